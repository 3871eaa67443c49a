/** This program, as it names itself to servers and in reports. `version` is package.json's; a test holds them equal. */
export const TOOL = { name: 'datahub-glue-ingestion', version: '0.1.0' } as const
