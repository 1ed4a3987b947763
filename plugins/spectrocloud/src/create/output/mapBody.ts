import { atPath } from '../creation/paths';
import type { HclBlock, HclValue } from './hcl';
import type { Mapping } from './terraformMappings';

/** A variable that stands for what is wanted and not given. */
export interface Wanted {
  name: string;
  type: string;
}

function toValue(value: unknown): HclValue | undefined {
  if (Array.isArray(value)) {
    return value.length > 0 ? (value as HclValue[]) : undefined;
  }
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : undefined;
}

/** A part of a create body as a block. */
export function mapBody(
  type: string,
  mappings: Mapping[],
  body: unknown,
  wanted: Wanted[],
): HclBlock {
  const block: HclBlock & { blocks: HclBlock[] } = {
    type,
    attributes: [],
    blocks: [],
  };
  for (const { from, to, required, as = toValue } of mappings) {
    const [first, second] = to.split('.');
    let value = as(atPath(body, from));
    if (value === undefined && required) {
      wanted.push({ name: first, type: required });
      value = { reference: `var.${first}` };
    }
    if (value === undefined) continue;
    if (second === undefined) {
      block.attributes.push([first, value]);
      continue;
    }
    let inner = block.blocks.find(each => each.type === first);
    if (!inner) {
      inner = { type: first, attributes: [] };
      block.blocks.push(inner);
    }
    inner.attributes.push([second, value]);
  }
  return block;
}
