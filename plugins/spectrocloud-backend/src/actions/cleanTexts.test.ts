import { cleanLine, cleanLines, cleanTexts } from './cleanTexts';

describe('cleanTexts', () => {
  it.each([
    ['control characters', 'a\u0000b\u001b[31mc\u009dd', 'ab[31mcd'],
    ['line ends', 'a\r\nb\n\nc\u2028d', 'a b c d'],
    ['marks of direction', 'a\u202eb\u2066c', 'abc'],
    ['what has no width', 'a\u200bb\ufeffc\u2060', 'abc'],
    ['tags, which hide whole sentences', `a${'\u{e0041}'.repeat(9)}b`, 'ab'],
    ['private use and half characters', 'a\ue000b\ud800c', 'abc'],
  ])('leaves %s out', (_, text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  it('keeps other scripts and signs', () => {
    expect(cleanLine('Grüße, 東京 😀 — é')).toBe('Grüße, 東京 😀 — é');
  });

  it('cuts between characters', () => {
    expect(cleanLine('abcdef', 4)).toBe('abc…');
    expect(cleanLine('ab😀cd', 4)).toBe('ab…');
    expect(cleanLine('x'.repeat(5_000))).toHaveLength(1_000);
  });

  it('keeps the lines of manifests', () => {
    expect(cleanLines('a:\r\n\tb: 1\n\u0000\u202e')).toBe('a:\n\tb: 1\n');
  });

  it('reaches every text and every name of a field', () => {
    expect(
      cleanTexts(
        { 'a\n': ['b\n', { content: 'c\nd\u0007', e: 1, f: null, g: true }] },
        ['content'],
      ),
    ).toEqual({ a: ['b', { content: 'c\nd', e: 1, f: null, g: true }] });
  });
});
