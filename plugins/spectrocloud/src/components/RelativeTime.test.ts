import { relativeTime } from './RelativeTime';

const NOW = Date.parse('2026-11-29T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-29T11:59:15Z', '45 seconds ago'],
    ['2026-11-29T09:30:00Z', '2 hours ago'],
    ['2026-11-20T12:00:00Z', '1 week ago'],
    ['2025-07-07T19:00:00Z', '1 year ago'],
    ['2026-12-04T12:00:00Z', 'in 5 days'],
  ])('tells %s as %s', (iso, text) => {
    expect(relativeTime(iso, NOW, 'en')).toBe(text);
  });

  it('speaks the language of the page', () => {
    expect(relativeTime('2026-11-29T09:30:00Z', NOW, 'de')).toBe(
      'vor 2 Stunden',
    );
  });
});
