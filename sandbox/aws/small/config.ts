import { type Body, type Call, list, type Operations, page, Scoped, type Tag } from '../call.ts'
import { AwsError } from '../error.ts'

interface ConfigState {
  recorder: (Body & { name: string }) | undefined
  isRecording: boolean
  channel: (Body & { name: string }) | undefined
  rules: Map<string, { rule: Body & { ConfigRuleName: string }; tags: Tag[] }>
}

const noRecorder = (name: unknown) =>
  new AwsError('NoSuchConfigurationRecorderException', `Cannot find configuration recorder with the specified name '${String(name)}'.`)
const noRule = (name: unknown) =>
  new AwsError(
    'NoSuchConfigRuleException',
    `The ConfigRule '${String(name)}' provided in the request is invalid. Please check the configRule name.`,
  )

/** AWS Config: one recorder and one channel a region, and rules; it evaluates nothing. */
export class Config {
  readonly #states = new Scoped<ConfigState>(() => ({ recorder: undefined, isRecording: false, channel: undefined, rules: new Map() }))
  readonly operations: Operations = {
    PutConfigurationRecorder: (call) => this.#putRecorder(call),
    DescribeConfigurationRecorders: (call) => ({ ConfigurationRecorders: list(this.#states.of(call).recorder) }),
    DescribeConfigurationRecorderStatus: (call) => {
      const { recorder, isRecording } = this.#states.of(call)
      return {
        ConfigurationRecordersStatus: recorder
          ? [{ name: recorder.name, recording: isRecording, lastStatus: isRecording ? 'Success' : 'Pending' }]
          : [],
      }
    },
    StartConfigurationRecorder: (call) => this.#record(call, true),
    StopConfigurationRecorder: (call) => this.#record(call, false),
    DeleteConfigurationRecorder: (call) => {
      this.#recorder(call)
      Object.assign(this.#states.of(call), { recorder: undefined, isRecording: false })
    },
    PutDeliveryChannel: (call) => this.#putChannel(call),
    DescribeDeliveryChannels: (call) => ({ DeliveryChannels: list(this.#states.of(call).channel) }),
    DescribeDeliveryChannelStatus: (call) => ({
      DeliveryChannelsStatus: list<Body>(this.#states.of(call).channel).map(({ name }) => ({ name })),
    }),
    DeleteDeliveryChannel: (call) => this.#deleteChannel(call),
    PutConfigRule: (call) => this.#putRule(call),
    DescribeConfigRules: (call) => this.#describeRules(call),
    DeleteConfigRule: (call) => {
      if (!this.#states.of(call).rules.delete(String(call.parameters['ConfigRuleName']))) throw noRule(call.parameters['ConfigRuleName'])
    },
    DescribeComplianceByConfigRule: (call) => ({
      ComplianceByConfigRules: [...this.#states.of(call).rules.keys()].map((ConfigRuleName) => ({
        ConfigRuleName,
        Compliance: { ComplianceType: 'INSUFFICIENT_DATA' },
      })),
    }),
  }

  #recorder(call: Call): Body & { name: string } {
    const { recorder } = this.#states.of(call)
    const name = call.parameters['ConfigurationRecorderName']
    if (!recorder || recorder.name !== name) throw noRecorder(name)
    return recorder
  }

  #putRecorder(call: Call): void {
    const state = this.#states.of(call)
    const recorder = call.parameters['ConfigurationRecorder'] as Body
    const name = String(recorder['name'] ?? 'default')
    if (state.recorder && state.recorder.name !== name)
      throw new AwsError(
        'MaxNumberOfConfigurationRecordersExceededException',
        `Failed to put configuration recorder '${name}' because the maximum number of configuration recorders: 1 is reached.`,
      )
    state.recorder = { ...recorder, name }
  }

  #record(call: Call, isRecording: boolean): void {
    this.#recorder(call)
    const state = this.#states.of(call)
    if (isRecording && !state.channel)
      throw new AwsError('NoAvailableDeliveryChannelException', 'Delivery channel is not available to start configuration recorder.')
    state.isRecording = isRecording
  }

  #putChannel(call: Call): void {
    const state = this.#states.of(call)
    const channel = call.parameters['DeliveryChannel'] as Body
    const name = String(channel['name'] ?? 'default')
    if (!state.recorder)
      throw new AwsError('NoAvailableConfigurationRecorderException', 'Configuration recorder is not available to put delivery channel.')
    if (state.channel && state.channel.name !== name)
      throw new AwsError(
        'MaxNumberOfDeliveryChannelsExceededException',
        `Failed to put delivery channel '${name}' because the maximum number of delivery channels: 1 is reached.`,
      )
    state.channel = { ...channel, name }
  }

  #deleteChannel(call: Call): void {
    const state = this.#states.of(call)
    if (state.channel?.name !== call.parameters['DeliveryChannelName'])
      throw new AwsError(
        'NoSuchDeliveryChannelException',
        `Cannot find delivery channel with specified name '${String(call.parameters['DeliveryChannelName'])}'.`,
      )
    if (state.isRecording)
      throw new AwsError(
        'LastDeliveryChannelDeleteFailedException',
        'Failed to delete last specified delivery channel, because there is a running configuration recorder.',
      )
    state.channel = undefined
  }

  #putRule(call: Call): void {
    const state = this.#states.of(call)
    if (!state.recorder)
      throw new AwsError('NoAvailableConfigurationRecorderException', 'Configuration recorder is not available to put config rule.')
    const rule = call.parameters['ConfigRule'] as Body
    const name = String(rule['ConfigRuleName'])
    const known = state.rules.get(name)
    const id = String(known?.rule['ConfigRuleId'] ?? `config-rule-${crypto.randomUUID().slice(0, 6)}`)
    const arn = `arn:${call.partition}:config:${call.region}:${call.account}:config-rule/${id}`
    state.rules.set(name, {
      rule: { ...rule, ConfigRuleName: name, ConfigRuleId: id, ConfigRuleArn: arn, ConfigRuleState: 'ACTIVE' },
      tags: known?.tags ?? list<Tag>(call.parameters['Tags']),
    })
  }

  #describeRules(call: Call): Body {
    const { rules } = this.#states.of(call)
    const names = list<string>(call.parameters['ConfigRuleNames'])
    const missing = names.find((name) => !rules.has(name))
    if (missing !== undefined) throw noRule(missing)
    const chosen = [...rules.values()]
      .map(({ rule }) => rule)
      .filter(({ ConfigRuleName }) => names.length === 0 || names.includes(ConfigRuleName))
    const { items, next } = page(chosen, call.parameters['NextToken'], 25)
    return { ConfigRules: items, NextToken: next }
  }
}
