import type { JsonObject } from '../../core/json.ts'

/** What a callback tells: the outcome in a line, and the run's context by name. */
export interface Notice {
  readonly text: string
  readonly good: boolean
  readonly fields: Readonly<Record<string, string>>
}

/** `&`, `<` and `>` are what Slack's markup is made of (api.slack.com, "Formatting text for app surfaces"). */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A notice as Slack's incoming webhooks take it, and whatever is compatible with them. */
export const slackMessage = ({ text, good, fields }: Notice): JsonObject => ({
  text: escaped(text),
  attachments: [
    {
      color: good ? 'good' : 'danger',
      fallback: escaped(text),
      fields: Object.entries(fields)
        .filter(([, value]) => value !== '')
        .map(([title, value]) => ({ title, value: escaped(value), short: value.length <= 40 }))
    }
  ]
})
