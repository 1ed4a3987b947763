import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { layoutModule } from '.';

const subPage = (name: string) =>
  SubPageBlueprint.make({
    name,
    params: {
      path: name,
      title: `The ${name}`,
      loader: async () => <p>{`Content of ${name}`}</p>,
    },
  });

const plugin = createFrontendPlugin({
  pluginId: 'fruits',
  extensions: [
    PageBlueprint.make({ params: { path: '/fruits', title: 'Fruits' } }),
    subPage('apples'),
    subPage('pears'),
  ],
});

describe('AppPageLayout', () => {
  it('has landmarks, and tabs that are links to the pages', async () => {
    renderTestApp({
      features: [layoutModule, plugin],
      config: { backend: { baseUrl: 'http://backend' } },
      initialRouteEntries: ['/fruits/pears/conference'],
    });
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByText('Content of pears'),
    ).toBeInTheDocument();
    const tabs = screen.getByRole('navigation', { name: 'Fruits' });
    expect(
      within(tabs).getByRole('link', { name: 'The apples' }),
    ).toHaveAttribute('href', '/fruits/apples');
    expect(
      within(tabs).getByRole('link', { current: 'page' }),
    ).toHaveTextContent('The pears');
  });
});
