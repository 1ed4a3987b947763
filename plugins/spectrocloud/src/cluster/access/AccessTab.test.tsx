import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/clusters/uid-1?projectUid=project-1&tab=access';

const getClusterOidc = jest.fn(async (): Promise<never> => {
  throw Object.assign(new Error(), { statusCode: 404 });
});

const answers = () => ({
  getClusterOidc,
  listClusterRoleBindings: jest.fn(async () => [
    {
      namespace: 'apps',
      roleKind: 'ClusterRole',
      role: 'edit',
      subjects: [{ kind: 'User', name: 'dana@acme.example' }, { kind: 'User' }],
      problems: [],
    },
    {
      roleKind: 'ClusterRole',
      role: 'view',
      subjects: [{ kind: 'Group', name: 'payments' }],
      problems: ['the role is not there'],
    },
  ]),
  listClusterNamespaces: jest.fn(async () => [
    { name: 'apps', cpuCores: 8, memoryMiB: 1536, problems: [] },
    { name: 'team-.*', isPattern: true, problems: [] },
  ]),
});

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      [
        ...within(row).getAllByRole('rowheader'),
        ...within(row).getAllByRole('cell'),
      ].map(({ textContent }) => textContent),
    );

describe('AccessTab', () => {
  it('says who may do what in which namespace, and what was not set up', async () => {
    renderPalette(PAGE, answers());
    const table = await screen.findByRole(
      'table',
      { name: 'Who may do what, as Palette sets it up' },
      PATIENT,
    );
    expect(cellsOf(table)).toEqual([
      [
        'payments',
        'Group',
        'ClusterRole view',
        'all of them',
        'the role is not there',
      ],
      ['somebody whom you may not see', 'User', 'ClusterRole edit', 'apps', ''],
      ['dana@acme.example', 'User', 'ClusterRole edit', 'apps', ''],
    ]);
  });

  it('says what each namespace may take', async () => {
    renderPalette(PAGE, answers(), { language: 'de' });
    const table = await screen.findByRole(
      'table',
      { name: 'Namespaces, wie Palette sie einrichtet' },
      PATIENT,
    );
    expect(cellsOf(table)).toEqual([
      ['apps', '8', '1,5', 'unbegrenzt'],
      ['alle, auf die team-.* passt', 'unbegrenzt', 'unbegrenzt', 'unbegrenzt'],
    ]);
  });

  it('is asked for when it is opened, and says so where there is nothing', async () => {
    const api = renderPalette(PAGE.replace('access', 'overview'), {
      getClusterOidc,
    });
    await screen.findByText('Health and conditions', {}, PATIENT);
    expect(api.listClusterRoleBindings).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('tab', { name: /kubectl/ }));
    expect(
      await screen.findByText('Palette sets up no roles in this cluster.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Palette sets up no namespaces in this cluster.'),
    ).toBeInTheDocument();
  });
});
