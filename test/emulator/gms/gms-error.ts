import { jsonReply } from '../http/replies.ts'
import type { Reply } from '../http/server.ts'

/** An error that GMS answers with. */
export class GmsError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Rest.li's error document. */
export function restliErrorReply(error: GmsError): Reply {
  const exceptionClass = 'com.linkedin.restli.server.RestLiServiceException'
  const stackTrace =
    `${exceptionClass} [HTTP Status:${error.status}]: ${error.message}\n` +
    '\tat com.linkedin.metadata.resources.restli.RestliUtils.toTask(RestliUtils.java:34)\n' +
    '\tat java.base/java.lang.Thread.run(Thread.java:840)\n'
  const headers = { 'x-restli-error-response': 'true', 'x-restli-protocol-version': '2.0.0' }
  return jsonReply(error.status, { exceptionClass, stackTrace, message: error.message, status: error.status }, headers)
}

/** The page of the servlet container, which answers before Rest.li does: authentication, unknown paths. */
export function containerErrorReply(status: number, message: string, path: string, accept: string | undefined): Reply {
  if (accept?.includes('application/json') === true) {
    return jsonReply(status, { servlet: 'apiServlet', message, url: path, status: String(status) })
  }
  const body =
    `<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>\n` +
    `<title>Error ${status} ${message}</title>\n</head>\n<body><h2>HTTP ERROR ${status} ${message}</h2>\n` +
    `<table>\n<tr><th>URI:</th><td>${path}</td></tr>\n<tr><th>STATUS:</th><td>${status}</td></tr>\n` +
    `<tr><th>MESSAGE:</th><td>${message}</td></tr>\n</table>\n</body>\n</html>\n`
  return { status, headers: { 'content-type': 'text/html;charset=iso-8859-1' }, body }
}
