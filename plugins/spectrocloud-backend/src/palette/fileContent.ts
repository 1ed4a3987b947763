const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Enough to see what a text begins with. */
const HEAD_LENGTH = 200;
/** Lines of syslog begin with `<34>`, so that a bracket alone says nothing. */
const PAGE = /^\s*<(?:!doctype|html|head|body|\?xml)\b/i;

function startsWith(content: Uint8Array, signature: Buffer): boolean {
  return signature.equals(content.subarray(0, signature.length));
}

/** What the name of an archive ends in, by its first bytes; `undefined` for anything else. */
export function archiveExtension(
  content: Uint8Array,
): 'zip' | 'tar.gz' | undefined {
  if (startsWith(content, ZIP)) return 'zip';
  return startsWith(content, GZIP) ? 'tar.gz' : undefined;
}

/** Whether it is a page, as a gateway sends instead of Palette. */
export function isPage(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, HEAD_LENGTH));
  return PAGE.test(head.toString('utf8'));
}
