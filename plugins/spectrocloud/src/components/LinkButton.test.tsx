import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { LinkButton } from './LinkButton';

const Where = () => <p>at {useLocation().pathname}</p>;

describe('LinkButton', () => {
  it('is a link that the app itself follows, and looks like a button', async () => {
    renderInTestApp(
      <>
        <LinkButton href="/there" isPrimary>
          Go
        </LinkButton>
        <Where />
      </>,
    );
    const link = await screen.findByRole('link', { name: 'Go' });
    expect(link).toHaveAttribute('href', '/there');
    expect(link).toHaveClass('MuiButton-containedPrimary');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.click(link);
    expect(screen.getByText('at /there')).toBeInTheDocument();
  });
});
