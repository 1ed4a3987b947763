import { renderHook } from '@testing-library/react';
import { useOrder } from './useOrder';

const rows = ['b10', 'b9', '', 'a'].map(name => ({ id: name, name }));

describe('useOrder', () => {
  it('finds the order once, and only picks from it when a filter changes', () => {
    const value = jest.fn((row: { name: string }) => row.name);
    const column = { id: 'name', label: 'Name', value };
    const { result, rerender } = renderHook(
      ({ shown, descending }) => useOrder(rows, shown, { column, descending }),
      { initialProps: { shown: rows, descending: false } },
    );
    const names = () => result.current.map(({ name }) => name);
    expect(names()).toEqual(['a', 'b9', 'b10', '']);
    expect(value).toHaveBeenCalledTimes(rows.length);

    rerender({ shown: [rows[0], rows[3]], descending: false });
    expect(names()).toEqual(['a', 'b10']);
    expect(value).toHaveBeenCalledTimes(rows.length);

    rerender({ shown: rows, descending: true });
    expect(names()).toEqual(['b10', 'b9', 'a', '']);
  });
});
