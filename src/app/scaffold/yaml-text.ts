/** Words that YAML takes for something else than text, in one of its versions. */
const OTHER = /^(?:true|false|yes|no|on|off|y|n|null|~)$/iu
const PLAIN = /^[A-Za-z](?:[\w./()+,;'" -]*[\w./)])?$/u

/** A text as a value in YAML, in quotes where it needs them. Expressions of GitHub are left as they are. */
export function yamlText(text: string): string {
  if (/^\$\{\{[\x20-\x7e]*\}\}$/u.test(text) && !/: | #/u.test(text)) return text
  if (PLAIN.test(text) && !OTHER.test(text)) return text
  // JSON's strings are YAML's: the only ones that hold every character.
  return /^[\x20-\x7e\u00a0-\ud7ff]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
}

/** A text as a comment: no line of it can be anything else. */
export const yamlComment = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these end a line in YAML, or are not allowed there
    .split(/[\n\r\u0085\u2028\u2029\u0000-\u0008\u000b-\u001f]+/u)
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')
