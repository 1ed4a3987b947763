import { badRequest } from '../PaletteError';

type Conjunction = 'and' | 'or';

interface Match<T> {
  conjunction?: Conjunction;
  values?: T[];
}

interface StringCondition {
  operator?: 'eq' | 'contains' | 'beginsWith';
  negation?: boolean;
  /** Default false: the wrong case silently matches nothing. */
  ignoreCase?: boolean;
  match?: Match<string>;
}

interface OrderedCondition<T> {
  operator?: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'range';
  negation?: boolean;
  match?: Match<T>;
}

interface Filter {
  property?: string;
  type?: 'string' | 'int' | 'float' | 'bool' | 'date' | 'keyValue';
  condition?: {
    string?: StringCondition;
    bool?: { value?: boolean };
    int?: OrderedCondition<number>;
    float?: OrderedCondition<number>;
    date?: OrderedCondition<string>;
    keyValue?: StringCondition & { key?: string };
  };
}

interface Group {
  conjunction?: Conjunction;
  filters?: Filter[];
}

/** `filter` of `v1SearchFilterSummarySpec`. */
export interface SearchFilter {
  conjunction?: Conjunction;
  filterGroups?: Group[];
}

/** The value of a property; `keyValue` filters look into records. */
export type PropertyValue = string | number | boolean | Record<string, string>;

/** What the search knows of an object, by the names of the filter grammar. */
export type Properties = Record<string, PropertyValue>;

/** Whether the object passes the filter; throws a 400 for words that the grammar lacks. */
export function matchesFilter(
  properties: Properties,
  filter: SearchFilter | undefined,
): boolean {
  return combine(
    filter?.conjunction,
    (filter?.filterGroups ?? []).map(group =>
      combine(
        group.conjunction,
        (group.filters ?? []).map(one => matchesOne(properties, one)),
      ),
    ),
  );
}

/** Nothing to combine is no condition. */
function combine(conjunction: Conjunction | undefined, results: boolean[]) {
  return conjunction === 'or' && results.length > 0
    ? results.some(Boolean)
    : results.every(Boolean);
}

function matchesOne(properties: Properties, filter: Filter): boolean {
  const value = properties[filter.property ?? ''];
  if (value === undefined) {
    throw badRequest(`Unknown filter property '${filter.property}'`);
  }
  const { condition } = filter;
  switch (filter.type) {
    case 'bool':
      return value === (condition?.bool?.value ?? false);
    case 'string':
      return matchesString(String(value), condition?.string);
    case 'keyValue':
      return matchesString(
        Object(value)[condition?.keyValue?.key ?? ''] ?? '',
        condition?.keyValue,
      );
    case 'int':
    case 'float':
      return matchesOrdered(Number(value), condition?.[filter.type], Number);
    case 'date':
      return matchesOrdered(
        Date.parse(String(value)),
        condition?.date,
        Date.parse,
      );
    default:
      throw badRequest(`Unknown filter type '${filter.type}'`);
  }
}

function matchesString(value: string, condition: StringCondition = {}) {
  const fold = (text: string) =>
    condition.ignoreCase ? text.toLowerCase() : text;
  const subject = fold(value);
  const tests = (condition.match?.values ?? []).map(fold).map(wanted => {
    switch (condition.operator) {
      case 'contains':
        return subject.includes(wanted);
      case 'beginsWith':
        return subject.startsWith(wanted);
      default:
        return subject === wanted;
    }
  });
  return (
    combine(condition.match?.conjunction, tests) !==
    (condition.negation ?? false)
  );
}

function matchesOrdered<T>(
  value: number,
  condition: OrderedCondition<T> = {},
  toNumber: (value: string) => number,
): boolean {
  const wanted = (condition.match?.values ?? []).map(v => toNumber(String(v)));
  const [first, second] = wanted;
  const tests = {
    eq: wanted.map(w => value === w),
    gt: wanted.map(w => value > w),
    gte: wanted.map(w => value >= w),
    lt: wanted.map(w => value < w),
    lte: wanted.map(w => value <= w),
    range: [value >= first && value <= second],
  }[condition.operator ?? 'eq'];
  return (
    combine(condition.match?.conjunction, tests) !==
    (condition.negation ?? false)
  );
}
