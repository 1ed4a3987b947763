import * as schemas from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import type { Route } from '../router/route';
import { uid } from '../router/schemas';

/** A JSON object of the description. */
type Node = Record<string, unknown>;

const ERRORS: Record<string, string> = {
  400: 'Something in the request is not what it has to be; the message names it',
  401: 'No usable Palette session: sign in to Palette again (header X-SpectroCloud-ReAuth-Required)',
  403: 'Denied by the permission system or by Palette',
  404: 'No such instance, cluster and so on',
  422: 'Palette does not accept the cluster, or its change; error.findings says why',
  502: 'Palette failed',
  503: "Palette's rate limit is reached, or the session can't be looked up now; see Retry-After",
  504: 'Palette did not answer in time',
};

/** Schemas that the description names instead of repeating them. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Cluster: schemas.clusterSchema,
  ClusterCondition: schemas.clusterConditionSchema,
  ClusterCreation: schemas.clusterCreationSchema,
  ClusterHealth: schemas.clusterHealthSchema,
  ClusterProfile: schemas.clusterProfileSchema,
  Metadata: schemas.metadataSchema,
  NewClusterMetadata: schemas.newClusterMetadataSchema,
  ProfilePack: schemas.profilePackSchema,
  Reference: schemas.referenceSchema,
  Uid: uid,
})) {
  named.add(schema, { id });
}

/** Named schemas that were met while describing. */
type Components = Record<string, unknown>;

function toSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Components,
): Node {
  const {
    $schema: _dialect,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: named });
  const toComponents = (node: unknown): Node =>
    JSON.parse(
      JSON.stringify(node).replaceAll('"#/$defs/', '"#/components/schemas/'),
    );
  for (const [id, definition] of Object.entries($defs)) {
    const { id: _id, ...described } = toComponents(definition);
    components[id] = described;
  }
  return toComponents(rest);
}

function toParameters(
  schema: z.ZodType | undefined,
  place: string,
  components: Components,
): Node[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(
    schema,
    'input',
    components,
  ) as {
    properties?: Record<string, Node>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function toOperation(route: Route, components: Components): Node {
  const { answer, body } = route;
  const content =
    'contentType' in answer
      ? { [answer.contentType]: { schema: { type: 'string' } } }
      : {
          'application/json': {
            schema: toSchema(answer, 'output', components),
          },
        };
  const unprocessable =
    body &&
    route.permissions.some(({ attributes }) => attributes.action !== 'read');
  return {
    operationId: route.operation,
    summary: route.summary,
    description: `Needs the permission ${route.permissions
      .map(({ name }) => name)
      .join(' or ')}.`,
    parameters: [
      ...toParameters(route.params, 'path', components),
      ...toParameters(route.query, 'query', components),
    ],
    ...(body && {
      requestBody: {
        content: {
          'application/json': { schema: toSchema(body, 'input', components) },
        },
      },
    }),
    responses: {
      [route.status ?? 200]: { description: 'Success', content },
      ...Object.fromEntries(
        Object.keys(ERRORS)
          .filter(status => status !== '422' || unprocessable)
          .map(status => [
            status,
            { $ref: `#/components/responses/${status}` },
          ]),
      ),
    },
  };
}

/** The OpenAPI description of the HTTP API, made of its routes. */
export function createOpenApiDocument(routes: Route[]): Node {
  const components: Components = {};
  const paths: Record<string, Node> = {
    '/health': {
      get: {
        operationId: 'getHealth',
        summary: 'Whether the plugin runs; needs no credentials',
        security: [],
        responses: { 200: { description: 'It runs' } },
      },
    },
  };
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method]: toOperation(route, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SpectroCloud Palette for Backstage',
      version: '1',
      description:
        'The Palette API as the signed-in Backstage user. Served below /api/spectrocloud.',
    },
    servers: [{ url: '/api/spectrocloud' }],
    security: [{ backstage: [] }],
    components: {
      schemas: components,
      responses: Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          status,
          { description },
        ]),
      ),
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  };
}
