import { toCsv } from './toCsv';

const column = {
  label: 'Name',
  value: (row: { name?: string | number }) => row.name,
};
const csvOf = (name?: string | number) => toCsv([{ name }], [column]);

describe('toCsv', () => {
  it('quotes what has to be', () => {
    expect(csvOf('a "b", c')).toBe('Name\r\n"a ""b"", c"\r\n');
    expect(csvOf('two\nlines')).toBe('Name\r\n"two\nlines"\r\n');
    expect(csvOf(undefined)).toBe('Name\r\n\r\n');
  });

  it.each([
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
  ])('keeps %j from being a formula', text => {
    expect(csvOf(text)).toMatch(/^Name\r\n"?'/);
  });

  it.each(['a;=1+1', 'a\t=1+1'])(
    'keeps what follows another separator in %j from being a cell',
    text => {
      expect(csvOf(text)).toBe(`Name\r\n"${text}"\r\n`);
    },
  );

  it('leaves numbers as they are', () => {
    expect(csvOf(-3)).toBe('Name\r\n-3\r\n');
  });
});
