import type { Project } from './types';
import { uidOf } from './uid';

const PROJECTS: [name: string, description: string, costCenter: string][] = [
  ['Default', 'Clusters that belong to nobody in particular', 'cc-1000'],
  ['payments', 'Card and account-to-account payments, PCI zone', 'cc-2100'],
  ['retail-web', 'Web shop, search and checkout', 'cc-2200'],
  ['data-analytics', 'Warehouse, streaming and reporting', 'cc-3100'],
  ['machine-learning', 'Training and model serving', 'cc-3200'],
  ['edge-stores', 'Point-of-sale clusters in the stores', 'cc-4100'],
  ['platform', 'Shared services run by the platform team', 'cc-1100'],
  ['research', 'Prototypes; deleted at the end of each quarter', 'cc-5100'],
];

/** The eight projects, then numbered ones up to `count`. */
export function createProjects(tenant: string, count: number): Project[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, description, costCenter] = PROJECTS[index] ?? [
      `team-${String(index + 1).padStart(3, '0')}`,
      `Clusters of team ${index + 1}`,
      `cc-${6000 + index}`,
    ];
    return {
      uid: uidOf('project', tenant, name),
      name,
      description,
      labels: { 'cost-center': costCenter },
      createdAt: new Date(
        Date.UTC(2024, index % 12, 1 + (index % 27), 9, 30),
      ).toISOString(),
    };
  });
}
