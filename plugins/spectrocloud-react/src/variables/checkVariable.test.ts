import { checkVariable } from './checkVariable';

const variable = (more: object = {}) => ({ name: 'v', ...more });

describe('checkVariable', () => {
  it('wants a value only where one is required', () => {
    expect(checkVariable(variable({ required: true }), '')).toBe('required');
    expect(
      checkVariable(variable({ format: 'number', regex: '^1$' }), ''),
    ).toBeUndefined();
  });

  it.each([
    ['number', ['1', '-1.5', '+.5', '10.'], ['', 'one', '1e3', '0x1', '1 ']],
    ['boolean', ['true', 'false'], ['yes', 'True']],
    ['ipv4', ['10.0.0.1'], ['10.0.0.256', '10.0.0', '::1', '10.0.0.1/8']],
    ['ipv4cidr', ['10.0.0.0/8'], ['10.0.0.0', '10.0.0.0/33', '::/0']],
    ['ipv6', ['::1', '2001:db8::1'], ['10.0.0.1', ':::']],
    ['version', ['1', '1.2.3', 'v1.2.3-rc.1'], ['latest', '1.2.3.4.5', '1.x']],
    ['base64', ['aGVsbG8='], ['not base64!', 'a']],
  ])('knows a %s', (format, good, bad) => {
    for (const value of good) {
      expect([value, checkVariable(variable({ format }), value)]).toEqual([
        value,
        undefined,
      ]);
    }
    for (const value of bad.filter(Boolean)) {
      expect([value, checkVariable(variable({ format }), value)]).toEqual([
        value,
        format,
      ]);
    }
  });

  it.each(['string', 'toString', '__proto__', undefined, 'a-later-one'])(
    'takes any text for the format %s',
    format => {
      expect(checkVariable(variable({ format }), 'what ever')).toBeUndefined();
    },
  );

  it('takes of options only one of them, whatever else is said', () => {
    const choice = variable({
      options: [{ value: 'a' }, { value: 'b' }],
      regex: '^[0-9]$',
      format: 'number',
    });
    expect(checkVariable(choice, 'a')).toBeUndefined();
    expect(checkVariable(choice, 'c')).toBe('option');
  });

  it("holds a value to the profile's own rule", () => {
    const ruled = variable({ regex: '^[0-9]{1,3}$' });
    expect(checkVariable(ruled, '14')).toBeUndefined();
    expect(checkVariable(ruled, 'x')).toBe('pattern');
  });

  it('is quick with a long value', () => {
    const start = performance.now();
    const digits = `${'1'.repeat(19_999)}!`;
    for (const format of ['number', 'ipv4', 'ipv6', 'version', 'base64']) {
      expect(checkVariable(variable({ format }), digits)).toBe(format);
    }
    expect(checkVariable(variable(), 'x'.repeat(20_001))).toBe('tooLong');
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
