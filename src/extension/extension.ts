import * as vscode from 'vscode';
import type { EcsStatesApi } from './api';
import { WorkspaceCheck } from './check-workspace';
import { CODE_ACTION_METADATA, CodeActionProvider } from './code-actions';
import { CompletionProvider, TRIGGER_CHARACTERS } from './completion';
import { lazyCore } from './core';
import { createApi } from './create-api';
import { DiagnosticsController } from './diagnostics';
import { registerExample } from './example';
import { HoverProvider } from './hover';
import { InlayHintsProvider } from './inlay-hints';
import { registerLanguageModelTool } from './language-model-tool';
import { LanguageStatus } from './language-status';
import { Languages } from './languages';
import { Problems } from './problems';
import { RecordsContext } from './records-context';
import { registerRuleDocumentation } from './rule-documentation';
import { registerSettingCommands } from './setting-commands';
import { registerStateMap } from './state-map';
import { suggestWhileTyping } from './suggest-while-typing';
import { Translations } from './translations';

/** Registers and returns; parsers are loaded when a document first needs one. */
export function activate(context: vscode.ExtensionContext): EcsStatesApi {
  const log = vscode.window.createOutputChannel('ECS States', { log: true });
  const translations = new Translations(context);
  const languages = new Languages(context);
  const core = lazyCore(context, log, translations, languages);
  const problems = new Problems();
  const inlayHints = new InlayHintsProvider(core);
  context.subscriptions.push(
    log,
    translations,
    problems,
    inlayHints,
    languages.register((selector) => [
      vscode.languages.registerHoverProvider(selector, new HoverProvider(core)),
      vscode.languages.registerCompletionItemProvider(
        selector,
        new CompletionProvider(core),
        ...TRIGGER_CHARACTERS,
      ),
      vscode.languages.registerCodeActionsProvider(
        selector,
        new CodeActionProvider(core, translations),
        CODE_ACTION_METADATA,
      ),
      vscode.languages.registerInlayHintsProvider(selector, inlayHints),
    ]),
    new DiagnosticsController(core, languages, problems, translations.onDidChange),
    new LanguageStatus(core, languages, problems, translations),
    new WorkspaceCheck(core, languages, problems, translations, log),
    suggestWhileTyping(core, languages),
    registerRuleDocumentation(core, translations),
    registerExample(core, translations),
    registerLanguageModelTool(core),
    ...registerSettingCommands(translations),
    new RecordsContext(core, languages),
    ...registerStateMap(context, core, languages, translations),
  );
  return createApi(core);
}
