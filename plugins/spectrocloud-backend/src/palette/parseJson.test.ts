import { objectsOf, parseArray, parseObject } from './parseJson';

describe('parseObject', () => {
  it('leaves out what is null, at any depth', () => {
    expect(
      parseObject('{"a":null,"b":[null,1,{"c":null,"d":[]}],"e":{"f":null}}'),
    ).toEqual({ b: [1, { d: [] }], e: {} });
  });

  it('is nothing for what is no object', () => {
    for (const text of ['', 'null', '[]', '"a"', '1', '{', '<html>']) {
      expect(parseObject(text)).toBeUndefined();
    }
  });

  it('gives nothing that would be inherited', () => {
    const parsed = parseObject('{"__proto__":{"isAdmin":true},"name":"a"}');
    expect(parsed).toStrictEqual({ name: 'a' });
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });
});

describe('parseArray', () => {
  it('is empty where Palette writes null, and nothing for what is no array', () => {
    expect(parseArray('null')).toEqual([]);
    expect(parseArray('[1,null,2]')).toEqual([1, 2]);
    expect(parseArray('{}')).toBeUndefined();
  });
});

describe('objectsOf', () => {
  it('refuses a list of something else', () => {
    expect(objectsOf(undefined)).toEqual([]);
    expect(() => objectsOf(['a'])).toThrow('something unexpected');
  });
});
