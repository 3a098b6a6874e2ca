//go:build tools

// Package tools names what is built here: OpenSSF Scorecard, at the version of go.mod and with the hashes of go.sum.
package tools

import _ "github.com/ossf/scorecard/v5"
