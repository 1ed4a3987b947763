import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  componentEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';

const VALIDATORS = [
  componentEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

/** As the catalog's processors do it. */
const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** What the catalog would not take of these entities, and their references to none of them. */
export async function findCatalogMistakes(entities) {
  const known = new Set(entities.map(entity => stringifyEntityRef(entity)));
  const mistakes = await Promise.all(
    entities.map(async entity =>
      [
        ...(await findInvalid(entity)),
        ...findDangling(entity, known),
        ...findDouble(entity, entities),
      ].map(message => `${stringifyEntityRef(entity)}: ${message}`),
    ),
  );
  return mistakes.flat();
}

async function findInvalid(entity) {
  try {
    await POLICY.enforce(entity);
    const isKnown = await Promise.all(VALIDATORS.map(v => v.check(entity)));
    return isKnown.some(Boolean) ? [] : [`kind '${entity.kind}' is unknown`];
  } catch (error) {
    return [error.message];
  }
}

function findDangling({ spec }, known) {
  const references = [
    [spec.owner, 'group'],
    [spec.system, 'system'],
    ...(spec.dependsOn ?? []).map(reference => [reference, 'component']),
  ];
  return references
    .filter(([reference]) => reference)
    .map(([reference, defaultKind]) =>
      stringifyEntityRef(parseEntityRef(reference, { defaultKind })),
    )
    .filter(reference => !known.has(reference))
    .map(reference => `there is no ${reference}`);
}

function findDouble(entity, entities) {
  const reference = stringifyEntityRef(entity);
  const same = entities.filter(
    other => stringifyEntityRef(other) === reference,
  );
  return same.length > 1 ? ['exists twice'] : [];
}
