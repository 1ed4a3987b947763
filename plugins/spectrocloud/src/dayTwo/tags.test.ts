import { toLabels, toTags } from './tags';

it('writes and reads labels as people do', () => {
  const labels = { team: 'a', managed: 'spectro__tag', url: 'http://x:1' };
  expect(toTags(labels)).toBe('team:a\nmanaged\nurl:http://x:1');
  expect(toLabels(toTags(labels))).toEqual(labels);
  expect(toLabels('  team : b \n\n solo \nempty:')).toEqual({
    team: 'b',
    solo: 'spectro__tag',
    empty: '',
  });
  expect(toTags()).toBe('');
});
