import { encodeAnswer, ZERO_TIME } from './encodeAnswer';

const SHAPE = {
  'name!': 'string',
  title: 'string',
  'isGood+': 'boolean',
  isOld: 'boolean',
  'level?': 'integer',
  made: 'time',
  labels: { '*': 'string' },
  items: ['string'] as [string],
  'rare-': ['string'] as [string],
  inner: { list: ['string'] as [string] },
};

describe('encodeAnswer', () => {
  it('writes what Go writes for an object in which nothing is set', () => {
    const text = JSON.stringify(encodeAnswer({ name: '' }, SHAPE, null));
    expect(JSON.parse(text)).toEqual({
      name: '',
      isGood: false,
      made: ZERO_TIME,
      items: null,
    });
  });

  it('leaves out zeros, but not where zero and absent differ', () => {
    const zeros = { title: '', isOld: false, level: 0, labels: {}, rare: [] };
    const text = JSON.stringify(encodeAnswer(zeros, SHAPE, null));
    expect(JSON.parse(text)).toEqual({
      level: 0,
      isGood: false,
      made: ZERO_TIME,
      items: null,
    });
  });

  it('goes into objects and lists, and keeps what it does not know', () => {
    expect(encodeAnswer({ inner: {}, other: 1 }, SHAPE, [])).toMatchObject({
      inner: { list: [] },
      items: [],
      other: 1,
    });
  });
});
