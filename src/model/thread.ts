/** The `workerData` that tells a thread of this program that it is to read SQL; every other one is told to write. */
export const SQL_THREAD = 'sql'
