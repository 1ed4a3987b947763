/** Which compliance scans of a cluster run when, by their names. */
export interface V1ComplianceScan {
  spec?: {
    driverSpec?: Record<
      string,
      { config?: { schedule?: { scheduledRunTime?: string } } }
    >;
  };
}

/** A run of a scan: `Reports` are by what was looked at. */
interface V1ScanLog<Reports> {
  spec?: { driverType?: string };
  status?: {
    state?: string;
    message?: string;
    scanTime?: { startTime?: string; endTime?: string };
    reports?: Reports;
  };
}

/** Checks of kube-bench and sonobuoy. */
export interface V1CheckReport {
  pass?: number;
  fail?: number;
  /** Of kube-bench alone. */
  warn?: number;
}

/** Weaknesses, as both kube-hunter and syft count them. */
export interface V1Weaknesses {
  critical?: number;
  high?: number;
  medium?: number;
  low?: number;
}

/** The runs of all scans of a cluster. */
export interface V1ComplianceScanLogs {
  kubeBenchLogs?: Array<V1ScanLog<Record<string, V1CheckReport>>> | null;
  kubeHunterLogs?: Array<
    // Palette's spelling.
    V1ScanLog<Record<string, { vulnerabilites?: V1Weaknesses }>>
  > | null;
  sonobuoyLogs?: Array<V1ScanLog<Record<string, V1CheckReport>>> | null;
  syftLogs?: Array<
    V1ScanLog<Array<{ vulnerabilitySummary?: V1Weaknesses }>>
  > | null;
}
