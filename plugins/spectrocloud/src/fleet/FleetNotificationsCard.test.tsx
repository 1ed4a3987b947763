import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PaletteNotification } from '@terasky/backstage-plugin-spectrocloud-common';
import { clusters } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const notification = (
  index: number,
  more: Partial<PaletteNotification> = {},
): PaletteNotification => ({
  uid: `n${index}`,
  action: 'NotifyActionPacksUpdate',
  message: `Message ${index}`,
  details: [`Message ${index}`, `Detail ${index}`],
  isInfo: false,
  isAcknowledged: false,
  at: '2026-01-01T10:00:00Z',
  cluster: { uid: `uid-${index}`, name: `cluster-${index}`, projectUid: 'p1' },
  ...more,
});

const rows = (updates: number) => async () =>
  clusters(12).map((cluster, index) => ({
    ...cluster,
    status: { ...cluster.status, updateAvailable: index < updates },
  }));

const show = () =>
  screen.findByRole('button', { name: 'Show the notifications' }, PATIENT);

describe('FleetNotificationsCard', () => {
  it('says of how many clusters there are some, and asks for them by a click only', async () => {
    const listNotifications = jest.fn(async () => ({
      notifications: [
        notification(1),
        notification(2, {
          action: 'Later',
          isAcknowledged: true,
          details: [],
          message: undefined,
        }),
      ],
      projectsLeftOut: 3,
    }));
    renderPalette('/palette/fleet', {
      listClusters: rows(5),
      listNotifications,
    });
    const button = await show();
    expect(
      screen.getByText('Palette has something to say of 5 clusters.'),
    ).toBeInTheDocument();
    expect(listNotifications).not.toHaveBeenCalled();
    await userEvent.click(button);
    const list = await screen.findByRole('list', {
      name: 'Notifications of Palette',
    });
    expect(within(list).getByText('Packs can be updated')).toBeInTheDocument();
    expect(within(list).getByText('Detail 1')).toBeInTheDocument();
    expect(within(list).getAllByText('Message 1')).toHaveLength(1);
    expect(
      within(list).getByRole('link', { name: 'cluster-1' }),
    ).toHaveAttribute('href', '/palette/clusters/uid-1?projectUid=p1');
    expect(within(list).getByText('Notice')).toBeInTheDocument();
    expect(within(list).getByText(/seen by somebody/)).toBeInTheDocument();
    expect(
      screen.getByText(/^3 further projects with notifications/),
    ).toBeInTheDocument();
  });

  it('shows the most urgent first, and more of them', async () => {
    renderPalette('/palette/fleet', {
      listClusters: rows(12),
      listNotifications: async () => ({
        notifications: Array.from({ length: 10 }, (_, i) => notification(i)),
        projectsLeftOut: 0,
      }),
    });
    await userEvent.click(await show());
    expect(await screen.findByText('Message 7')).toBeInTheDocument();
    expect(screen.queryByText('Message 8')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more (2)' }),
    );
    expect(screen.getByText('Message 9')).toBeInTheDocument();
  });

  it('shows nothing of before once the fleet is refreshed', async () => {
    renderPalette('/palette/fleet', {
      listClusters: rows(1),
      listNotifications: async () => ({
        notifications: [notification(1)],
        projectsLeftOut: 0,
      }),
    });
    await userEvent.click(await show());
    await screen.findByText('Message 1');
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await show()).toBeInTheDocument();
    expect(screen.queryByText('Message 1')).toBeNull();
  });

  it('is not there where the list tells of none', async () => {
    renderPalette('/palette/fleet', { listClusters: rows(0) });
    await screen.findByRole('heading', { name: 'Fleet' }, PATIENT);
    await waitFor(() =>
      expect(screen.getByText('Needs attention')).toBeInTheDocument(),
    );
    expect(screen.queryByText('Notifications of Palette')).toBeNull();
  });

  it('says why they could not be had', async () => {
    renderPalette('/palette/fleet', {
      listClusters: rows(1),
      listNotifications: async () => {
        throw Object.assign(new Error(), { statusCode: 502 });
      },
    });
    await userEvent.click(await show());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette failed or took too long',
    );
    expect(await show()).toBeEnabled();
  });
});
