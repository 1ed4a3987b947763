import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Rights } from '../permissions/PermissionGate';
import type { YamlReader } from '../kubeconfig/YamlReader';
import type { KubernetesAccessStore } from '../kubernetes/KubernetesAccessStore';
import type { PaletteReader } from '../reads/PaletteReader';

/** What a route's handler gets: everything checked. */
export interface RouteContext<TParams, TQuery, TBody> {
  params: TParams;
  query: TQuery;
  body: TBody;
  reader: PaletteReader;
  credentials: BackstageCredentials;
  auditor: AuditorService;
  events: EventsService;
  /** What the permission system said of the route's permissions. */
  rights: Rights;
  yaml: YamlReader;
  kubernetes: KubernetesAccessStore;
  request: Request;
  response: Response;
}

/** What every query has. */
export interface ScopeQuery {
  instance?: string;
  projectUid?: string;
}

/** One route of the API. */
export interface Route<
  TParams = unknown,
  TQuery extends ScopeQuery = ScopeQuery,
  TBody = unknown,
> {
  method: 'get' | 'post';
  /** In Express' notation. */
  path: string;
  /** Name of the operation in the OpenAPI description and in audit events. */
  operation: string;
  summary: string;
  /** The caller needs one of them. */
  permissions: BasicPermission[];
  /** Further ones, which parts of the answer depend on; asked for in the same call. */
  considers?: BasicPermission[];
  /** Whether service principals may use the environment's API token here. */
  allowServiceToken: boolean;
  params?: z.ZodType<TParams>;
  query: z.ZodType<TQuery>;
  body?: z.ZodType<TBody>;
  /** Of a success; 200 by default. */
  status?: number;
  /** Schema of the answer, for the OpenAPI description. */
  answer: z.ZodType | { contentType: string };
  /** The JSON answer; or `undefined` when the handler has written the response itself. */
  handle(context: RouteContext<TParams, TQuery, TBody>): Promise<unknown>;
}

/** Keeps the types of a route's schemas and its handler together. */
export function defineRoute<TParams, TQuery extends ScopeQuery, TBody>(
  route: Route<TParams, TQuery, TBody>,
): Route {
  // The handler is only ever called with what its own schemas have parsed.
  return route as unknown as Route;
}
