/** Text of Palette as one bounded line of a log: it may hold anything. */
export function oneLine(text: string, maxLength = 300): string {
  // \p{C}: control and format characters, which could forge lines or colours.
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
