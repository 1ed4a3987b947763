import { cookieNames, readCookie } from './requestCookies';

const withCookie = (cookie?: string) => ({ headers: { cookie } });

describe('readCookie', () => {
  it.each([
    ['a=1; b=2', 'a', '1'],
    ['xa=0; a=1', 'a', '1'],
    ['a=x%2Fy', 'a', 'x/y'],
    ['a=%zz', 'a', '%zz'],
    ['a=j:{"b":1}', 'a', 'j:{"b":1}'],
    ['a=b=c', 'a', 'b=c'],
    ['a=', 'a', ''],
  ])('reads %s', (cookie, name, value) => {
    expect(readCookie(withCookie(cookie), name)).toBe(value);
  });

  it.each([undefined, '', 'b=1', 'aa=1', '=1', 'a'])(
    'finds none in %s',
    cookie => {
      expect(readCookie(withCookie(cookie), 'a')).toBeUndefined();
    },
  );

  it('takes neither of two of one name', () => {
    expect(readCookie(withCookie('a=1; b=2; a=1'), 'a')).toBeUndefined();
  });
});

describe('cookieNames', () => {
  it('tells names as they were sent', () => {
    expect(cookieNames(withCookie('a=1; (b)=2;c'))).toEqual(['a', '(b)', 'c']);
  });
});
