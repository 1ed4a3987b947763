import { CardGrid } from '../../components/CardGrid';
import { CostCard } from './CostCard';
import { MetricsCard } from './MetricsCard';

/** What a cluster uses and costs, over time; loaded by itself, since charts are large. */
const UsageTab = ({ uid }: { uid: string }) => (
  <CardGrid>
    <MetricsCard uid={uid} />
    <CostCard uid={uid} />
  </CardGrid>
);

export default UsageTab;
