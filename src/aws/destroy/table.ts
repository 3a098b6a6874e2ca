import type { TeardownKind } from '../../model/teardown.ts'
import { buckets, templateBuckets } from './buckets.ts'
import { addOns, insightsLogGroups, logGroups } from './clusters.ts'
import { images } from './images.ts'
import { keys } from './keys.ts'
import { rolesOf } from './roles.ts'
import { additions, stacksOf } from './stacks.ts'
import type { KindOps } from './teardown.ts'
import { deliveries, trails } from './trails.ts'
import { endpoints, modelPackages, trainingJobs } from './workload.ts'

/** How each kind of thing is found, read again and removed. */
export const KIND_OPS: { readonly [K in TeardownKind]: KindOps<K> } = {
  'training job': trainingJobs,
  endpoint: endpoints,
  'model package': modelPackages,
  image: images,
  'add-on': addOns,
  'insights log group': insightsLogGroups,
  'addition to a role': additions,
  'access stack': stacksOf('access stack'),
  'access role': rolesOf('access role'),
  'tamper stack': stacksOf('tamper stack'),
  'delivery to CloudWatch Logs': deliveries,
  'audit stack': stacksOf('audit stack'),
  'audit role': rolesOf('audit role'),
  trail: trails,
  bucket: buckets,
  'log group': logGroups,
  key: keys,
  'bootstrap stack': stacksOf('bootstrap stack'),
  'bootstrap role': rolesOf('bootstrap role'),
  'template bucket': templateBuckets,
}
