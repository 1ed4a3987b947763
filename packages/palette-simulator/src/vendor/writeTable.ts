/**
 * Writes table.json: of the vendor's API description only the names,
 * types, bounds and marks of what the simulator's own routes take and answer.
 *
 *   yarn workspace palette-simulator vendor-table <path of the Swagger 2.0 file>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createApiRouter } from '../api/createApiRouter';
import { createContext } from '../createContext';
import { DEFAULT_SETTINGS } from '../settings';
import { listRoutes, toRouteName } from './listRoutes';
import type { Endpoint, Shape } from './Shape';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  allOf?: Schema[];
  required?: string[];
  minimum?: number;
  maximum?: number;
  'x-omitempty'?: boolean;
  'x-nullable'?: boolean;
}

interface Parameter extends Omit<Schema, 'required'> {
  required?: boolean;
  name: string;
  in: string;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  responses: Record<string, { schema?: Schema }>;
}

interface Swagger {
  paths: Record<string, Record<string, Operation | Parameter[]>>;
  definitions: Record<string, Schema>;
}

/** From the package's folder, where its scripts run. */
const TARGET = 'src/vendor/table.json';

function definitionOf({ $ref = '' }: Schema): string {
  return $ref.replace('#/definitions/', '');
}

function isTime(schema: Schema): boolean {
  return definitionOf(schema) === 'v1Time' || schema.format === 'date-time';
}

function scalarOf({ type = 'object', minimum, maximum }: Schema): string {
  return minimum === undefined && maximum === undefined
    ? type
    : `${type}:${minimum ?? ''}..${maximum ?? ''}`;
}

function shapeOf(schema: Schema): Shape {
  if (isTime(schema)) {
    return 'time';
  }
  if (schema.$ref) {
    return `#${definitionOf(schema)}`;
  }
  if (schema.enum) {
    return `enum:${schema.enum.join('|')}`;
  }
  if (schema.type === 'array') {
    return [shapeOf(schema.items ?? {})];
  }
  const { properties, additionalProperties } = schema;
  if (properties) {
    return membersOf(properties, schema.required);
  }
  return additionalProperties
    ? { '*': shapeOf(additionalProperties) }
    : scalarOf(schema);
}

function membersOf(
  properties: Record<string, Schema>,
  required: string[] = [],
): { [member: string]: Shape } {
  return Object.fromEntries(
    Object.entries(properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [
        [
          name,
          required.includes(name) && '!',
          member['x-omitempty'] === false && '+',
          member['x-omitempty'] === true && '-',
          member['x-nullable'] === true && '?',
        ]
          .filter(Boolean)
          .join(''),
        shapeOf(member),
      ]),
  );
}

/** `allOf` with everything that it takes in. */
function flatten(swagger: Swagger, schema: Schema): Schema {
  const parts = (schema.allOf ?? []).map(part =>
    flatten(
      swagger,
      part.$ref ? swagger.definitions[definitionOf(part)] : part,
    ),
  );
  return parts.reduce<Schema>(
    (whole, part) => ({
      ...whole,
      properties: { ...whole.properties, ...part.properties },
      required: [...(whole.required ?? []), ...(part.required ?? [])],
    }),
    schema,
  );
}

/** What a path says of all of its operations counts for each. */
function endpointOf(
  { parameters: own = [], responses }: Operation,
  shared: Parameter[],
): Endpoint {
  const parameters = [...shared, ...own];
  const status = Object.keys(responses).find(code => code.startsWith('2'))!;
  const answer = responses[status].schema;
  const query = parameters.filter(parameter => parameter.in === 'query');
  const body = parameters.find(parameter => parameter.in === 'body')?.schema;
  return {
    status: Number(status),
    ...(answer && { answer: shapeOf(answer) }),
    ...(query.length > 0 && {
      query: Object.fromEntries(
        query.map(parameter => [
          parameter.required ? `${parameter.name}!` : parameter.name,
          shapeOf({ ...parameter, required: undefined }),
        ]),
      ),
    }),
    ...(body && { body: shapeOf(body) }),
  };
}

/** The definitions that the shapes name, and those that these name. */
function collectDefinitions(
  swagger: Swagger,
  from: unknown,
): Record<string, Shape> {
  const found: Record<string, Shape> = {};
  const pending = [from];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [, name] of JSON.stringify(next).matchAll(/"#(\w+)"/g)) {
      if (!found[name]) {
        found[name] = shapeOf(flatten(swagger, swagger.definitions[name]));
        pending.push(found[name]);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** One entry a line, so that a difference shows what the vendor has changed. */
function linesOf(entries: Record<string, unknown>): string {
  const lines = Object.entries(entries).map(
    ([name, entry]) => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

async function listOwnRoutes(): Promise<Set<string>> {
  const context = await createContext({
    clock: Date.now,
    client: { id: '', secret: '' },
    settings: DEFAULT_SETTINGS,
  });
  return new Set(listRoutes(createApiRouter(context), '/v1'));
}

async function main([source]: string[]): Promise<void> {
  if (!source) {
    throw new Error("Name the file of the vendor's Swagger 2.0 description.");
  }
  const swagger: Swagger = JSON.parse(readFileSync(source, 'utf8'));
  const routes = await listOwnRoutes();
  const endpoints = Object.fromEntries(
    Object.entries(swagger.paths).flatMap(
      ([path, { parameters = [], ...methods }]) =>
        Object.entries(methods as Record<string, Operation>)
          .map(([method, operation]) => ({
            name: toRouteName(method, path),
            operation,
          }))
          .filter(({ name }) => routes.has(name))
          .map(({ name, operation }) => [
            name,
            endpointOf(operation, parameters as Parameter[]),
          ]),
    ),
  );
  const definitions = collectDefinitions(swagger, endpoints);
  writeFileSync(
    TARGET,
    `{ "endpoints": ${linesOf(endpoints)}, "definitions": ${linesOf(definitions)} }\n`,
  );
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
