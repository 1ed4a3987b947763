const API_VERSION = 'backstage.io/v1alpha1';

/**
 * The entities of the catalog that a repository describes itself with, by file: its owner,
 * its system and where the others are; then one component for each workspace. `root` is the
 * root's package.json, `workspaces` are `{ folder, manifest }`.
 */
export function catalogEntities(root, workspaces) {
  const { owner, slug } = readRepository(root);
  const components = new Map(
    workspaces.map(({ folder, manifest }) => [
      `${folder}/catalog-info.yaml`,
      [component(manifest, { owner, slug, system: root.name, workspaces })],
    ]),
  );
  return new Map([
    [
      'catalog-info.yaml',
      [
        ownerGroup(owner),
        system(root, { owner, slug }),
        location(root, [...components.keys()]),
      ],
    ],
    ...components,
  ]);
}

/** As Backstage's own tool names components: no scope's at sign, no slash. */
export function entityName(packageName) {
  return packageName.replace(/^@/, '').replaceAll('/', '-');
}

/** Who owns the repository is all that is known of who owns it. */
function readRepository({ repository }) {
  const slug = new URL(repository.url).pathname.slice(1);
  return { slug, owner: slug.split('/')[0] };
}

const groupRef = owner => `group:default/${owner.toLowerCase()}`;

function ownerGroup(owner) {
  return {
    apiVersion: API_VERSION,
    kind: 'Group',
    metadata: { name: owner.toLowerCase(), title: owner },
    spec: { type: 'organization', children: [] },
  };
}

function system(root, { owner, slug }) {
  return {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: {
      name: root.name,
      description: root.description,
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'github.com/project-slug': slug,
      },
    },
    spec: { owner: groupRef(owner) },
  };
}

function location(root, files) {
  return {
    apiVersion: API_VERSION,
    kind: 'Location',
    metadata: { name: root.name },
    spec: { targets: files.map(file => `./${file}`) },
  };
}

function component(manifest, { owner, slug, system: name, workspaces }) {
  const ours = new Set(workspaces.map(entry => entry.manifest.name));
  const needed = Object.keys(manifest.dependencies ?? {})
    .filter(dependency => ours.has(dependency))
    .sort();
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: entityName(manifest.name),
      title: manifest.name,
      ...(manifest.description && { description: manifest.description }),
      annotations: { 'github.com/project-slug': slug },
    },
    spec: {
      type: `backstage-${manifest.backstage.role}`,
      lifecycle: manifest.private ? 'experimental' : 'production',
      owner: groupRef(owner),
      system: name,
      ...(needed.length > 0 && {
        dependsOn: needed.map(other => `component:${entityName(other)}`),
      }),
    },
  };
}
