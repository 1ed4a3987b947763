import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { StateLabel } from './StateLabel';

describe('StateLabel', () => {
  it.each([
    ['Deleted', 'Deleted', 'aborted'],
    ['Unknown', 'Unknown', 'warning'],
    ['Importing', 'Importing', 'running'],
    ['Pausing', 'Pausing', 'running'],
    ['Paused', 'Paused', 'pending'],
    ['Resuming', 'Resuming', 'running'],
    ['UnHealthy', 'Unhealthy', 'error'],
    ['Unhealthy', 'Unhealthy', 'error'],
    ['Error', 'Failed', 'error'],
    ['Failed', 'Failed', 'error'],
    ['Hibernating', 'Hibernating', 'aborted'],
  ])('shows %s as %s with an icon of its own', async (state, word, icon) => {
    renderInTestApp(<StateLabel state={state} />);
    await screen.findByText(word);
    expect(screen.getByLabelText(`Status ${icon}`)).toBeInTheDocument();
  });
});
