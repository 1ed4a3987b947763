import type { Benchmark } from '../Benchmark';
import { catalogRuns } from './catalogRuns';
import { clusterList } from './clusterList';
import { keyFlood } from './keyFlood';
import { kubernetesPolls } from './kubernetesPolls';
import { pages } from './pages';
import { renewalStorm } from './renewalStorm';
import { requests } from './requests';
import { signIns } from './signIns';
import { tokenLookUps } from './tokenLookUps';
import { views } from './views';

/** All of them, in the order in which they run. */
export const benchmarks: Benchmark[] = [
  requests,
  views,
  renewalStorm,
  tokenLookUps,
  signIns,
  keyFlood,
  clusterList,
  catalogRuns,
  kubernetesPolls,
  pages,
];
