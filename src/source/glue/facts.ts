/**
 * What is known of a table besides its record: each member is found out by one inquiry (inquiries.ts) and absent where
 * the recipe does not ask for it. The mapping takes a table and its facts, and stays pure.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the inquiries
export interface TableFacts {}

/** The same for a database. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the inquiries
export interface DatabaseFacts {}
