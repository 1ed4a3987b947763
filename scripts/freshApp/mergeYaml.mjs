import { isDeepStrictEqual } from 'node:util';

import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * What a reader does with a configuration sample: keys join those that are
 * there, items join the list, and what is there already stays as it is.
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
    const known = target.toJSON();
    target.items.push(
      ...source.items.filter(
        item => !known.some(one => isDeepStrictEqual(one, toJson(item))),
      ),
    );
    return target;
  }
  return source;
}

function toJson(node) {
  return node.toJSON();
}
