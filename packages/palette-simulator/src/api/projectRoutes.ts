import type { Router } from 'express';
import type { Project } from '../seed/types';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { projectSummaryView, projectView } from './views/project';
import { type Scope, scopeOf } from './Scope';
import { matchesName, type NameFilter } from './nameFilter';

/** A tenant's administrator sees every project, anybody else the own ones. */
function visibleProjects({ caller }: Scope): Project[] {
  return caller.organisation.projects.filter(
    ({ uid }) => caller.user.projectRoles[uid],
  );
}

function sortProjects(projects: Project[], sort: unknown): Project[] {
  const [first] = Array.isArray(sort) ? sort : [];
  const field = first?.field === 'name' ? 'name' : 'createdAt';
  const sign = first?.order === 'desc' ? -1 : 1;
  return first
    ? [...projects].sort((a, b) => sign * a[field].localeCompare(b[field]))
    : projects;
}

/** Projects; everybody sees the own ones. */
export function addProjectRoutes(router: Router): void {
  router.get('/dashboard/projects/metadata', (req, res) => {
    const name = stringOf(req.query.name);
    const items = visibleProjects(scopeOf(res))
      .filter(project => !name || project.name === name)
      .map(project => ({ metadata: { name: project.name, uid: project.uid } }));
    res.json({ items });
  });

  router.post('/dashboard/projects', (req, res) => {
    const scope = scopeOf(res);
    const filter: NameFilter | undefined = req.body?.filter?.name;
    const projects = sortProjects(
      visibleProjects(scope).filter(({ name }) => matchesName(name, filter)),
      req.body?.sort,
    );
    const page = pageOf(req, projects);
    res.json({
      ...page,
      items: page.items.map(project => projectSummaryView(scope, project)),
    });
  });

  router.get('/projects/:uid', (req, res) => {
    const scope = scopeOf(res);
    const project = visibleProjects(scope).find(
      ({ uid }) => uid === req.params.uid,
    );
    if (!project) {
      throw notFound('project', req.params.uid);
    }
    res.json(projectView(scope, project));
  });
}
