import {
  type RequestFigures,
  type RequestKind,
  requestTable,
} from './requestTable';

const figures = (perSecond: number, p50: number): RequestFigures => ({
  perSecond,
  p50,
  p95: 0,
  p99: 0,
  requests: 1,
  cpuMs: 0,
});

const checkout = (name: string, cluster: number) => ({
  name,
  figuresOf: (kind: RequestKind) => {
    if (kind === 'one cluster') return figures(cluster, 3);
    return figures(kind === 'read without checks' ? 1_250 : 3_000, 1);
  },
});

describe('requestTable', () => {
  const { columns, rows } = requestTable({
    title: 'any',
    direct: figures(6_000, 0.1),
    checkouts: [checkout('new', 1_000), checkout('old', 250)],
  });
  const cell = (kind: string, commit: string, column: string) =>
    rows.find(row => row[0] === kind && row[1] === commit)?.[
      columns.indexOf(column)
    ];

  it('sets one cluster beside the empty route, the direct read, and both', () => {
    expect(cell('one cluster', 'new', 'of empty')).toBeCloseTo(1 / 3);
    expect(cell('one cluster', 'new', 'of direct')).toBeCloseTo(1 / 6);
    // One after the other they do 2,000 a second.
    expect(cell('one cluster', 'new', 'of empty and direct')).toBeCloseTo(0.5);
    expect(
      cell('read without checks', 'new', 'of empty and direct'),
    ).toBeCloseTo(0.625);
    expect(cell('users/me', 'new', 'of empty and direct')).toBeUndefined();
    expect(cell('one cluster', 'new', 'of without checks')).toBeCloseTo(0.8);
    expect(cell('one cluster', 'new', 'p50 above empty, ms')).toBe(2);
  });

  it('sets the new beside the old one', () => {
    expect(cell('one cluster', 'new', 'new : old')).toBe(4);
    expect(cell('one cluster', 'old', 'new : old')).toBeUndefined();
    expect(cell('empty route', 'new', 'new : old')).toBe(1);
  });
});
