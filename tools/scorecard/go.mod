module scorecardtool

go 1.24.0

require github.com/ossf/scorecard/v5 v5.3.0
