import { parentPort } from 'node:worker_threads'
import { messageOf } from '../../../core/errors.ts'
import { readerInThisThread } from './sql-reader.ts'
import type { SqlAnswer, SqlQuestion } from './sql-thread.ts'

/** Answers the questions of SqlThread, in the thread that this runs in. */
export function serveSql(): void {
  const reader = readerInThisThread()
  const answerTo = async (question: SqlQuestion): Promise<SqlAnswer> => {
    try {
      const answer = question.ask === 'facts' ? reader.facts(...question.given) : reader.columns(...question.given)
      return { answer: await answer }
    } catch (error) {
      return { failed: messageOf(error) }
    }
  }
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (question: SqlQuestion) => {
    last = last.then(async () => parentPort?.postMessage(await answerTo(question)))
  })
}
