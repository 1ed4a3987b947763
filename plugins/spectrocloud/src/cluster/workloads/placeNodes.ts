import type { WorkloadNode } from './workloadGraph';

export const BOX_WIDTH = 220;
export const BOX_HEIGHT = 52;

const GAP = 12;
/** Where the lines turn between boxes that are beside each other. */
const WIDE_GAP = 56;
const INDENT = 28;

/** A box and where it is, with the line that leads to it. */
export interface PlacedNode {
  node: WorkloadNode;
  x: number;
  y: number;
  /** Of an SVG path. */
  line?: string;
}

/**
 * Boxes at a size that can be read, however many there are: those that others lead to
 * stand to their right, or, where it is narrow, below them.
 *
 * @param nodes - each before those that it leads to
 */
export function placeNodes(nodes: WorkloadNode[], isNarrow: boolean) {
  const boxes: PlacedNode[] = [];
  const byId = new Map<string, PlacedNode>();
  let row = 0;
  nodes.forEach((node, index) => {
    const { id, parent, depth } = node;
    const x = depth * (isNarrow ? INDENT : BOX_WIDTH + WIDE_GAP);
    const y = row * (BOX_HEIGHT + GAP);
    const from = parent === undefined ? undefined : byId.get(parent);
    const line = from && (isNarrow ? lineBelow : lineBeside)(from, { x, y });
    const box = { node, x, y, line };
    boxes.push(box);
    byId.set(id, box);
    const leadsOn = nodes[index + 1]?.depth > depth;
    if (isNarrow || !leadsOn) row += 1;
  });
  return {
    boxes,
    width: Math.max(...boxes.map(({ x }) => x)) + BOX_WIDTH,
    height: Math.max(...boxes.map(({ y }) => y)) + BOX_HEIGHT,
  };
}

type Place = Pick<PlacedNode, 'x' | 'y'>;

function lineBeside(from: Place, to: Place): string {
  const start = from.x + BOX_WIDTH;
  const half = BOX_HEIGHT / 2;
  return `M${start} ${from.y + half}H${start + WIDE_GAP / 2}V${to.y + half}H${to.x}`;
}

function lineBelow(from: Place, to: Place): string {
  return `M${from.x + INDENT / 2} ${from.y + BOX_HEIGHT}V${to.y + BOX_HEIGHT / 2}H${to.x}`;
}
