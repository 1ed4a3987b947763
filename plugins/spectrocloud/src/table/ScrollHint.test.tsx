import { fireEvent, render, screen } from '@testing-library/react';
import { ScrollHint } from './ScrollHint';

/** Lays out what is scrolled, which jsdom doesn't. */
function show(scrollWidth: number) {
  render(
    <>
      <h2 id="heading">Machines</h2>
      <ScrollHint labelId="heading">
        <p>wide</p>
      </ScrollHint>
    </>,
  );
  const scroller = screen.getByText('wide').parentElement!;
  Object.defineProperties(scroller, {
    clientWidth: { value: 700 },
    scrollWidth: { value: scrollWidth },
  });
  fireEvent.scroll(scroller);
  return scroller;
}

describe('ScrollHint', () => {
  it('says nothing of what fits', () => {
    show(700);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(screen.queryByTestId('more-columns')).not.toBeInTheDocument();
  });

  it('lets a keyboard reach what is cut, and shows that there is more until its end', () => {
    const scroller = show(900);
    expect(screen.getByRole('region', { name: 'Machines' })).toHaveAttribute(
      'tabindex',
      '0',
    );
    expect(screen.getByTestId('more-columns')).toBeInTheDocument();
    fireEvent.scroll(scroller, { target: { scrollLeft: 200 } });
    expect(screen.queryByTestId('more-columns')).not.toBeInTheDocument();
    expect(screen.getByRole('region')).toBeInTheDocument();
  });
});
