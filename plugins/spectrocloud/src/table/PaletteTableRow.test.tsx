import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { PaletteTableRow } from './PaletteTableRow';

describe('PaletteTableRow', () => {
  it('is drawn anew when its row changes, and not whenever its table is', async () => {
    const render = jest.fn((row: { name: string }) => row.name);
    const columns = [
      { id: 'name', label: 'Name', value: () => undefined, render },
    ];
    const rows = [{ name: 'before' }, { name: 'after' }];
    const Table = () => {
      const [draws, setDraws] = useState(0);
      return (
        <>
          <button type="button" onClick={() => setDraws(draws + 1)}>
            {`drawn ${draws}`}
          </button>
          <table>
            <tbody>
              <PaletteTableRow
                columns={columns}
                row={rows[draws < 2 ? 0 : 1]}
              />
            </tbody>
          </table>
        </>
      );
    };
    renderInTestApp(<Table />);
    await userEvent.click(await screen.findByText('drawn 0'));
    await screen.findByText('drawn 1');
    const times = render.mock.calls.length;
    await userEvent.click(screen.getByText('drawn 1'));
    expect(await screen.findByText('after')).toBeInTheDocument();
    expect(render).toHaveBeenCalledTimes(times + 1);
    expect(times).toBe(1);
  });
});
