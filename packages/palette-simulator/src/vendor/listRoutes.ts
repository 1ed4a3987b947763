import type { Router } from 'express';

/** A route as the table of the vendor's endpoints names it: `GET /v1/users/{}`. */
export type RouteName = string;

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

/** Path parameters have names of their own on each side, so that they count as `{}`. */
export function toRouteName(method: string, path: string): RouteName {
  return `${method.toUpperCase()} ${path.replace(/\{\w+\}|:\w+/g, '{}')}`;
}

/** Every route of the router, in the order in which they are tried. */
export function listRoutes(router: Router, prefix: string): RouteName[] {
  return (router.stack as Layer[]).flatMap(({ route }) =>
    route
      ? [route.path]
          .flat()
          .flatMap(path =>
            Object.keys(route.methods).map(method =>
              toRouteName(method, `${prefix}${path}`),
            ),
          )
      : [],
  );
}
