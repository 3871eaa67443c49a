/** Environment variables, read once in main.ts and handed on as a value. */
export type Environment = Readonly<Record<string, string | undefined>>
