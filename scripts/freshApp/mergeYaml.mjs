import { isDeepStrictEqual } from 'node:util';

import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * What a reader does with a configuration sample: keys join those that are
 * there, items join the list, and what is there already stays as it is. An item
 * that has the `name` of one in the list is that one.
 */
export function mergeYaml(existing, sample) {
  const document = parseDocument(existing);
  const added = parseDocument(sample);
  document.contents = merge(document.contents, added.contents);
  return document.toString();
}

function merge(target, source) {
  if (isMap(target) && isMap(source)) {
    for (const { key, value } of source.items) {
      target.set(key.value, merge(target.get(key.value, true), value));
    }
    return target;
  }
  if (isSeq(target) && isSeq(source)) {
    const known = [...target.items];
    for (const item of source.items) {
      const named = known.find(one => hasNameOf(one, item));
      if (named) {
        merge(named, item);
      } else if (
        !known.some(one => isDeepStrictEqual(toJson(one), toJson(item)))
      ) {
        target.items.push(item);
      }
    }
    return target;
  }
  return source;
}

function hasNameOf(one, other) {
  const name = isMap(other) && other.get('name');
  return Boolean(name) && isMap(one) && one.get('name') === name;
}

function toJson(node) {
  return node.toJSON();
}
