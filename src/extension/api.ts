/**
 * What the extension gives to others: `extensions.getExtension('ecs-states.ecs-states').activate()` resolves to it.
 * This file has no imports, so that it can be copied to where the types are wanted.
 */
export interface EcsStatesApi {
  /** Incremented on breaking changes. */
  readonly version: 1;

  /**
   * The status that a server shows in this pair of states; undefined where no server has it.
   * Rows are those of the user's settings: the dialect, and rows that were added.
   */
  statusOf(pair: EcsStatesPair): Promise<string | undefined>;

  /** All pairs that show a status; none where there is no such status. */
  pairsOf(status: string): Promise<EcsStatesPair[]>;

  /**
   * What no server can be in a text, in order. Checked by the settings of the user, with messages in their language.
   * @param languageId as the editor names it: `json`, `yaml`, `typescript`, ...; nothing is found in others
   */
  diagnose(text: string, languageId: string): Promise<EcsStatesDiagnostic[]>;
}

/** Two of the three fields; `task_state` is null where no task is in progress. */
export interface EcsStatesPair {
  readonly vm_state: string;
  readonly task_state: string | null;
}

/** Something no server can be. Offsets are UTF-16 code units; `end` is exclusive. */
export interface EcsStatesDiagnostic {
  readonly start: number;
  readonly end: number;
  /** The rule, such as `impossible-pair`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}
