import { change, note, type Advice } from './Advice';
import { at, itemsOf, valuesOf, type Values } from './values';

const RESOLVERS = [
  'emailMatchingUserEntityProfileEmail',
  'emailLocalPartMatchingUserEntityName',
  'paletteUserIdMatchingUserEntityAnnotation',
];
const DEFAULT_ENVIRONMENT = 'development';

function checkResolvers(key: string, block: Values): Advice[] {
  return itemsOf(at(block, 'signIn', 'resolvers')).flatMap((entry, i) => {
    const own = `${key}.signIn.resolvers[${i}]`;
    const { resolver, allowedDomains } = entry;
    if (!RESOLVERS.includes(String(resolver))) {
      return [
        change(
          `${own}.resolver`,
          `There is no resolver '${resolver}': use one of ${RESOLVERS.join(', ')}.`,
        ),
      ];
    }
    return resolver === RESOLVERS[1] && !allowedDomains
      ? [
          note(
            own,
            'Whoever your tenant invites, from any domain, can match the name of an employee: add allowedDomains.',
          ),
        ]
      : [];
  });
}

/** Looks at `auth.providers.spectrocloud`, whose keys are the same. */
export function checkSignIn(config: Values): Advice[] {
  const blocks = Object.entries(
    valuesOf(at(config, 'auth', 'providers', 'spectrocloud')),
  );
  const environment = at(config, 'auth', 'environment') ?? DEFAULT_ENVIRONMENT;
  const used = [
    environment,
    ...itemsOf(at(config, 'spectrocloud', 'environments')).map(
      ({ authEnvironment }) => authEnvironment,
    ),
  ];
  return blocks.flatMap(([name, value]) => {
    const key = `auth.providers.spectrocloud.${name}`;
    const block = valuesOf(value);
    if (!used.includes(name)) {
      return [
        note(
          key,
          `It is not served: auth.environment is '${environment}', and no entry of spectrocloud.environments has authEnvironment: ${name}.`,
        ),
      ];
    }
    return [
      ...(block.clientSecret || block.clientPrivateKey
        ? []
        : [
            change(
              `${key}.clientSecret`,
              'It is required: the code is redeemed with it.',
            ),
          ]),
      ...checkResolvers(key, block),
    ];
  });
}
